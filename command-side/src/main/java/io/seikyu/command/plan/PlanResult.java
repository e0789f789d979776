package io.seikyu.command.plan;

/** @param approvalId what it waits for; absent where it holds already */
public record PlanResult(String planId, String accountId, PlanStatus status, String approvalId) {}
