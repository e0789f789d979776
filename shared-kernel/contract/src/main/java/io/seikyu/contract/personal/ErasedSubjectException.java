package io.seikyu.contract.personal;

/** Nothing more may be written of a person whose data was erased. */
public final class ErasedSubjectException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ErasedSubjectException(String subject) {
        super("the personal data of " + subject + " was erased");
    }
}
