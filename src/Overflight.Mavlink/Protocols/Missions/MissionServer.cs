using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Missions;

/// <summary>Keeps a vehicle's plans, and lets ground stations upload, download and clear them (MAVLink guide, "Mission Protocol").</summary>
/// <remarks>
/// A plan takes the place of the one before only when it is whole and was found good. One upload at a time: another sender is
/// told so. Items that come twice or out of their order are passed over, and the awaited one is asked for again.
/// </remarks>
public sealed class MissionServer : IDisposable
{
    private readonly MavlinkNode _node;
    private readonly Func<MavMissionType, MissionPlan, MavMissionResult> _judge;
    private readonly Patience _patience;
    private readonly int _mostItems;
    private readonly IDisposable[] _subscriptions;
    private readonly Lock _lock;
    private readonly Dictionary<MavMissionType, MissionPlan> _plans = new()
    {
        [MavMissionType.Mission] = MissionPlan.Empty,
        [MavMissionType.Fence] = MissionPlan.Empty,
        [MavMissionType.Rally] = MissionPlan.Empty,
    };
    // By type: a count that comes late, of an upload long done, begins one of its own and harms no other.
    private readonly Dictionary<MavMissionType, MissionUpload> _uploads = [];
    private readonly Dictionary<MavMissionType, MissionUpload> _finished = [];

    /// <summary>Begins to serve.</summary>
    /// <param name="node">Who serves.</param>
    /// <param name="judge">Says whether a plan is taken; the empty plan is one that was cleared.</param>
    /// <param name="patience">How long to wait for an item, and how often to ask again.</param>
    /// <param name="mostItems">Items of a plan at most.</param>
    public MissionServer(MavlinkNode node, Func<MavMissionType, MissionPlan, MavMissionResult> judge, Patience? patience = null, int mostItems = 2_000)
        : this(node, judge, patience, mostItems, new())
    {
    }

    // The gate is held while a plan is judged and put in place: who holds it sees the plan before, or all of the new one.
    internal MissionServer(MavlinkNode node, Func<MavMissionType, MissionPlan, MavMissionResult> judge, Patience? patience, int mostItems, Lock gate)
    {
        _lock = gate;
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        _judge = judge;
        _patience = patience ?? Patience.Item;
        _mostItems = mostItems;
        _subscriptions =
        [
            node.On<MissionCount>((frame, m) => Locked(() => Begin(frame, m))),
            node.On<MissionItemInt>((frame, m) => Locked(() => Take(frame, m.Seq, m.MissionType, PlanItem.From(m)))),
            node.On<MissionItem>((frame, m) => Locked(() => Take(frame, m.Seq, m.MissionType, PlanItem.From(m)))),
            node.On<MissionAck>((frame, m) => Locked(() => Stop(frame, m))),
            node.On<MissionClearAll>((frame, m) => Locked(() => Clear(frame, m.MissionType))),
            node.On<MissionRequestList>((frame, m) => Locked(() => TellCount(frame, m.MissionType))),
            node.On<MissionRequestInt>((frame, m) => Locked(() => TellItem(frame, m.Seq, m.MissionType))),
            node.On<MissionRequest>((frame, m) => Locked(() => TellItem(frame, m.Seq, m.MissionType))),
        ];
    }

    /// <summary>Item that is flown to; it is marked in a download.</summary>
    public int CurrentItem { get; set; }

    /// <summary>A plan as it is now.</summary>
    public MissionPlan this[MavMissionType type]
    {
        get
        {
            lock (_lock)
                return _plans[type];
        }
    }

    /// <summary>Puts a plan in place from this side, unjudged.</summary>
    public void Put(MavMissionType type, MissionPlan plan)
    {
        lock (_lock)
            _plans[type] = plan;
    }

    /// <summary>Serves no longer.</summary>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
        lock (_lock)
        {
            foreach (var type in _plans.Keys)
                End(type);
        }
    }

    private void Locked(Action action)
    {
        lock (_lock)
            action();
    }

    private void Begin(MavlinkFrame frame, MissionCount m)
    {
        if (!_plans.ContainsKey(m.MissionType))
        {
            Acknowledge(frame.SystemId, frame.ComponentId, m.MissionType, MavMissionResult.Unsupported);
            return;
        }
        if (IsOthers(frame))
        {
            Acknowledge(frame.SystemId, frame.ComponentId, m.MissionType, MavMissionResult.Denied);
            return;
        }
        if (m.Count > _mostItems)
        {
            Acknowledge(frame.SystemId, frame.ComponentId, m.MissionType, MavMissionResult.NoSpace);
            return;
        }
        // With items there already it may be another plan of as many items: it begins anew, so that no two plans are mixed.
        if (_uploads.GetValueOrDefault(m.MissionType) is { Items.Count: 0 } running && running.Count == m.Count)
        {
            Ask(running);
            return;
        }
        End(m.MissionType);
        _finished.Remove(m.MissionType);
        var upload = new MissionUpload(frame.SystemId, frame.ComponentId, m.MissionType, m.Count);
        if (m.Count == 0)
        {
            Finish(upload);
            return;
        }
        _uploads[upload.Type] = upload;
        upload.Timer = _node.Time.CreateTimer(_ => Locked(() => AskAgain(upload)), null, _patience.Timeout, _patience.Timeout);
        Ask(upload);
    }

    private void Take(MavlinkFrame frame, int seq, MavMissionType type, PlanItem item)
    {
        if (!_uploads.TryGetValue(type, out var upload) || !upload.IsFrom(frame))
        {
            // The answer to the last upload was lost: it is given again.
            if (_finished.TryGetValue(type, out var done) && done.IsFrom(frame) && seq == done.Count - 1)
                Acknowledge(frame.SystemId, frame.ComponentId, type, done.Result);
            return;
        }
        if (seq == upload.Items.Count)
        {
            upload.Items.Add(item);
            upload.Asked = 0;
        }
        if (upload.Items.Count == upload.Count)
            Finish(upload);
        else if (seq == upload.Items.Count - 1 || seq > upload.Items.Count)
            Ask(upload);
    }

    private void Finish(MissionUpload upload)
    {
        var plan = new MissionPlan([.. upload.Items]);
        upload.Result = _judge(upload.Type, plan);
        if (upload.Result == MavMissionResult.Accepted)
            _plans[upload.Type] = plan;
        End(upload.Type);
        _finished[upload.Type] = upload;
        Acknowledge(upload.System, upload.Component, upload.Type, upload.Result);
    }

    private void Ask(MissionUpload upload) => _node.Send(new MissionRequestInt
    {
        TargetSystem = upload.System,
        TargetComponent = upload.Component,
        Seq = (ushort)upload.Items.Count,
        MissionType = upload.Type,
    });

    private void AskAgain(MissionUpload upload)
    {
        if (_uploads.GetValueOrDefault(upload.Type) != upload)
            return;
        if (upload.Asked++ < _patience.Retries)
        {
            Ask(upload);
            return;
        }
        End(upload.Type);
        Acknowledge(upload.System, upload.Component, upload.Type, MavMissionResult.OperationCancelled);
    }

    private void Stop(MavlinkFrame frame, MissionAck m)
    {
        if (_uploads.TryGetValue(m.MissionType, out var upload) && upload.IsFrom(frame) && m.Type != MavMissionResult.Accepted)
            End(m.MissionType);
    }

    private void Clear(MavlinkFrame frame, MavMissionType type)
    {
        MavMissionType[] types = type == MavMissionType.All ? [.. _plans.Keys] : [type];
        var result = MavMissionResult.Accepted;
        if (types.Any(t => !_plans.ContainsKey(t)))
            result = MavMissionResult.Unsupported;
        else if (IsOthers(frame))
            result = MavMissionResult.Denied;
        else
        {
            foreach (var one in types)
            {
                End(one);
                var judged = _judge(one, MissionPlan.Empty);
                if (judged == MavMissionResult.Accepted)
                    _plans[one] = MissionPlan.Empty;
                else
                    result = judged;
            }
        }
        Acknowledge(frame.SystemId, frame.ComponentId, type, result);
    }

    private void TellCount(MavlinkFrame frame, MavMissionType type)
    {
        if (!_plans.TryGetValue(type, out var plan))
        {
            Acknowledge(frame.SystemId, frame.ComponentId, type, MavMissionResult.Unsupported);
            return;
        }
        _node.Send(new MissionCount { TargetSystem = frame.SystemId, TargetComponent = frame.ComponentId, Count = (ushort)plan.Items.Count, MissionType = type, OpaqueId = plan.Id });
    }

    private void TellItem(MavlinkFrame frame, int seq, MavMissionType type)
    {
        if (!_plans.TryGetValue(type, out var plan) || seq >= plan.Items.Count)
        {
            Acknowledge(frame.SystemId, frame.ComponentId, type, plan is null ? MavMissionResult.Unsupported : MavMissionResult.InvalidSequence);
            return;
        }
        _node.Send(plan.Items[seq].ToMessage(frame.SystemId, frame.ComponentId, seq, type, type == MavMissionType.Mission && seq == CurrentItem));
    }

    private bool IsOthers(MavlinkFrame frame) => _uploads.Values.Any(u => !u.IsFrom(frame));

    private void End(MavMissionType type)
    {
        if (_uploads.Remove(type, out var upload))
            upload.Timer?.Dispose();
    }

    private void Acknowledge(byte system, byte component, MavMissionType type, MavMissionResult result) => _node.Send(new MissionAck
    {
        TargetSystem = system,
        TargetComponent = component,
        Type = result,
        MissionType = type,
        OpaqueId = result == MavMissionResult.Accepted && _plans.TryGetValue(type, out var plan) ? plan.Id : 0,
    });
}
