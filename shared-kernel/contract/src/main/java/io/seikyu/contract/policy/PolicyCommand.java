package io.seikyu.contract.policy;

import io.seikyu.contract.Command;

/** What can be asked of a policy. */
public sealed interface PolicyCommand extends Command {
    @Override
    PolicyId target();

    /** @param text YAML that was read and found to be a policy of this kind */
    record PublishPolicy(PolicyId target, String text) implements PolicyCommand {}
}
