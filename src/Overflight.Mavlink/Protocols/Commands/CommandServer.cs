using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Commands;

/// <summary>Answers commands (MAVLink guide, "Command Protocol").</summary>
/// <remarks>
/// A COMMAND_LONG that is repeated because its answer was lost (its confirmation is above 0) is not carried out again: the
/// first answer is sent once more. One that is still being carried out is answered as in progress; where the same command
/// comes with other params, it takes the place of the one before, which is called off: a disarming does not wait for an arming.
/// </remarks>
public sealed class CommandServer : IDisposable
{
    /// <summary>How long an answer is kept for a repetition.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private const int MostKept = 256;

    private readonly MavlinkNode _node;
    private readonly Func<CommandRequest, CancellationToken, ValueTask<CommandReply>> _handler;
    private readonly Func<CommandRequest, bool> _hears;
    private readonly IDisposable[] _subscriptions;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<(byte System, byte Component, MavCmd Command), Answer> _answers = [];

    /// <summary>Begins to answer.</summary>
    /// <param name="node">Who answers.</param>
    /// <param name="handler">Carries a command out. One that takes long may be called off by a COMMAND_CANCEL: its token says so.</param>
    /// <param name="hears">Says which commands are answered at all; null: every one.</param>
    public CommandServer(MavlinkNode node, Func<CommandRequest, CancellationToken, ValueTask<CommandReply>> handler, Func<CommandRequest, bool>? hears = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        _handler = handler;
        _hears = hears ?? (_ => true);
        _subscriptions =
        [
            node.On<CommandLong>((frame, m) => Take(frame, CommandRequest.From(m), m.Confirmation)),
            node.On<CommandInt>((frame, m) => Take(frame, CommandRequest.From(m), 0)),
            node.On<CommandCancel>((frame, m) => Cancel(frame, m.Command)),
        ];
    }

    /// <summary>Tells that a command is being carried out.</summary>
    public void TellProgress(CommandRequest request, byte percent)
    {
        ArgumentNullException.ThrowIfNull(request);
        Tell(request.SenderSystem, request.SenderComponent, request.Command, new(MavResult.InProgress, percent));
    }

    /// <summary>Answers no longer, and calls off what is being carried out.</summary>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    private void Take(MavlinkFrame frame, CommandRequest request, byte confirmation)
    {
        request = request with { SenderSystem = frame.SystemId, SenderComponent = frame.ComponentId, IsVerified = frame.IsVerified, IsBroadcast = frame.TargetComponent == 0 };
        if (!_hears(request))
            return;
        var key = (frame.SystemId, frame.ComponentId, request.Command);
        var now = _node.Time.GetTimestamp();
        Answer answer;
        lock (_lock)
        {
            if (_closing.IsCancellationRequested)
                return;
            if (_answers.TryGetValue(key, out var before))
            {
                if (before.Reply is null && before.Request != request)
                {
                    before.IsReplaced = true;
                    before.Stop.Cancel();
                }
                else if (before.Reply is null)
                {
                    Tell(key.SystemId, key.ComponentId, request.Command, new(MavResult.InProgress, byte.MaxValue));
                    return;
                }
                else if (confirmation > 0 && before.Request == request && _node.Time.GetElapsedTime(before.At, now) < KeptFor)
                {
                    Tell(key.SystemId, key.ComponentId, request.Command, before.Reply.Value);
                    return;
                }
            }
            answer = new(request, now, CancellationTokenSource.CreateLinkedTokenSource(_closing.Token));
            if (_answers.Count >= MostKept)
                Forget(now);
            if (_answers.Count >= MostKept && !_answers.ContainsKey(key))
            {
                Tell(key.SystemId, key.ComponentId, request.Command, new(MavResult.TemporarilyRejected));
                return;
            }
            _answers[key] = answer;
        }
        _ = CarryOutAsync(key, answer);
    }

    private async Task CarryOutAsync((byte System, byte Component, MavCmd Command) key, Answer answer)
    {
        CommandReply reply;
        try
        {
            reply = await _handler(answer.Request, answer.Stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            reply = new(MavResult.Cancelled);
        }
#pragma warning disable CA1031 // The asker is told that it failed; that is what the protocol has for it.
        catch (Exception)
        {
            reply = new(MavResult.Failed);
        }
#pragma warning restore CA1031
        lock (_lock)
        {
            answer.Reply = reply;
            answer.At = _node.Time.GetTimestamp();
            answer.Stop.Dispose();
            if (_closing.IsCancellationRequested || answer.IsReplaced)
                return;
        }
        Tell(key.System, key.Component, key.Command, reply);
    }

    private void Cancel(MavlinkFrame frame, MavCmd command)
    {
        lock (_lock)
        {
            if (_answers.TryGetValue((frame.SystemId, frame.ComponentId, command), out var answer) && answer.Reply is null)
                answer.Stop.Cancel();
        }
    }

    private void Forget(long now)
    {
        foreach (var (key, answer) in _answers.ToArray())
            if (answer.Reply is not null && (_answers.Count >= MostKept || _node.Time.GetElapsedTime(answer.At, now) >= KeptFor))
                _answers.Remove(key);
    }

    private void Tell(byte system, byte component, MavCmd command, CommandReply reply) => _node.Send(new CommandAck
    {
        Command = command,
        Result = reply.Result,
        Progress = reply.Progress,
        ResultParam2 = reply.Detail,
        TargetSystem = system,
        TargetComponent = component,
    });

    private sealed class Answer(CommandRequest request, long at, CancellationTokenSource stop)
    {
        public CommandRequest Request => request;

        public long At { get; set; } = at;

        public CancellationTokenSource Stop => stop;

        public CommandReply? Reply { get; set; }

        /// <summary>Whether the same command came with other params meanwhile: then that one is answered.</summary>
        public bool IsReplaced { get; set; }
    }
}
