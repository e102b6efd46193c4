"""One sitting, no screen: seats and hand-over, saves, replay, the guide and the closing fork."""
