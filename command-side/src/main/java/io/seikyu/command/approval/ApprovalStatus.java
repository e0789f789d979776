package io.seikyu.command.approval;

/** Where an approval is on its way. */
public enum ApprovalStatus {
    WAITING,
    GRANTED,
    CARRIED_OUT,
    NOT_CARRIED_OUT,
    REJECTED,
    WITHDRAWN,
    EXPIRED
}
