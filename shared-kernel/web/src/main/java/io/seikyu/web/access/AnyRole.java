package io.seikyu.web.access;

import io.seikyu.contract.access.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@link Access} for every valid key: for questions, whose answers hold only what the key's tenants own. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.AUDITOR, Role.ANALYST, Role.CLIENT, Role.INTEGRATION})
public @interface AnyRole {}
