package io.seikyu.query.sending;

import io.seikyu.contract.sending.SendingEvent.InstanceNotRecognised;
import io.seikyu.contract.sending.SendingEvent.InstanceRecorded;
import io.seikyu.contract.sending.SendingEvent.SendingResumed;
import io.seikyu.contract.sending.SendingEvent.SendingStopped;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import java.util.Map;

/** The switches of all sending (送付の停止・再開). */
public final class SendingProjection implements Projection<SendingView> {
    static final String OFF = "off";

    private static final Folds<SendingView> FOLDS = new Folds<SendingView>()
            .onEach(
                    SendingStopped.class,
                    (view, event, recorded) ->
                            begun(view, event.clientId()).turned(true, event.reason(), recorded.at(), recorded.actor()))
            .on(
                    SendingResumed.class,
                    (view, event, recorded) ->
                            view.confirmed().turned(false, event.reason(), recorded.at(), recorded.actor()))
            .onEach(
                    InstanceRecorded.class,
                    (view, event, recorded) -> begun(view, event.clientId())
                            .strange(event.instance(), null)
                            .confirmed())
            .onEach(
                    InstanceNotRecognised.class,
                    (view, event, recorded) ->
                            begun(view, event.clientId()).strange(event.instance(), event.evidence()));

    private static SendingView begun(SendingView view, String clientId) {
        return view == null ? new SendingView(clientId, false, null, null, null, null, null, null) : view;
    }

    @Override
    public String name() {
        return "sending";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "sending";
    }

    @Override
    public Class<SendingView> view() {
        return SendingView.class;
    }

    @Override
    public Folds<SendingView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(SendingView view) {
        return Map.of(OFF, view.isOff());
    }
}
