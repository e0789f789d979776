package io.seikyu.contract;

/** A past fact in plain values. Its stored name and revision stand in the {@linkplain io.seikyu.contract.catalogue catalogue}. */
public interface Event {}
