package io.seikyu.command.account;

/** What was recorded of a signal. */
public record SignalResult(String accountId, String signalId) {}
