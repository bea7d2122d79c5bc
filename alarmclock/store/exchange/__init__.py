"""Files of other programs and our own: bytes and libraries; what they mean is core's."""
