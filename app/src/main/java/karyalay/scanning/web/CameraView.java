package karyalay.scanning.web;

import karyalay.web.Page;

/// The camera page of a telephone.
public record CameraView(Page page) {}
