using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Missions;

/// <summary>Uploads, downloads and clears the plans of a vehicle (MAVLink guide, "Mission Protocol").</summary>
/// <param name="node">Who asks.</param>
/// <param name="system">The vehicle's system.</param>
/// <param name="component">The vehicle's component.</param>
/// <param name="patience">How long to wait for each answer, and how often to ask again.</param>
public sealed class MissionClient(MavlinkNode node, byte system, byte component = 1, Patience? patience = null) : IDisposable
{
    private const int BeginAnew = 4;

    private readonly Patience _patience = patience ?? Patience.Standard;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Uploads a plan.</summary>
    /// <returns>What the vehicle said to it.</returns>
    /// <exception cref="MavlinkException">The vehicle fell silent.</exception>
    public async Task<MavMissionResult> UploadAsync(MavMissionType type, MissionPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var replies = new Replies<(MavMissionResult? End, int Wanted)>(node.Time)
                .From<MissionAck>(node, system, component, m => (m.Type, 0), m => m.MissionType == type)
                .From<MissionRequestInt>(node, system, component, m => (null, m.Seq), m => m.MissionType == type)
                .From<MissionRequest>(node, system, component, m => (null, m.Seq), m => m.MissionType == type);
            var count = new MissionCount { TargetSystem = system, TargetComponent = component, Count = (ushort)plan.Items.Count, MissionType = type };
            var sent = -1;
            for (var attempt = 0; attempt <= _patience.Retries; attempt++)
            {
                // The vehicle may have been led astray by a frame that came late: now and then it is begun anew.
                if (attempt % BeginAnew == BeginAnew - 1)
                    sent = -1;
                if (sent < 0)
                    node.Send(count);
                else
                    node.Send(plan.Items[sent].ToMessage(system, component, sent, type, false));
                while (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var reply))
                {
                    // An acceptance before all items were sent is a late one, of an upload before this.
                    if (reply.End is { } end && (end != MavMissionResult.Accepted || sent == plan.Items.Count - 1))
                        return end;
                    if (reply.End is not null)
                        continue;
                    if (reply.Wanted >= plan.Items.Count)
                    {
                        sent = -1;
                        break;
                    }
                    if (reply.Wanted > sent)
                        attempt = 0;
                    sent = reply.Wanted;
                    node.Send(plan.Items[sent].ToMessage(system, component, sent, type, false));
                }
            }
            throw new MavlinkException($"{system}/{component} fell silent during the upload of a plan");
        }
        catch (OperationCanceledException)
        {
            node.Send(new MissionAck { TargetSystem = system, TargetComponent = component, Type = MavMissionResult.OperationCancelled, MissionType = type });
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Downloads a plan.</summary>
    /// <exception cref="MavlinkException">The vehicle fell silent, or refused.</exception>
    public async Task<MissionPlan> DownloadAsync(MavMissionType type, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var replies = new Replies<Part>(node.Time)
                .From<MissionCount>(node, system, component, m => new(m.Count, -1, null, null), m => m.MissionType == type)
                .From<MissionItemInt>(node, system, component, m => new(-1, m.Seq, PlanItem.From(m), null), m => m.MissionType == type)
                .From<MissionAck>(node, system, component, m => new(-1, -1, null, m.Type), m => m.MissionType == type && m.Type != MavMissionResult.Accepted);
            var count = -1;
            var items = new List<PlanItem>();
            for (var attempt = 0; attempt <= _patience.Retries; attempt++)
            {
                Ask(type, count, items.Count);
                while (count != items.Count && await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var part))
                {
                    if (part.Refusal is { } refusal)
                        throw new MavlinkException($"{system}/{component} refused the download of a plan: {refusal}");
                    if (part.Count >= 0 && count < 0)
                        count = part.Count;
                    else if (part.Item is { } item && part.Seq == items.Count && count >= 0)
                        items.Add(item);
                    else
                        continue;
                    attempt = 0;
                    if (count != items.Count)
                        Ask(type, count, items.Count);
                }
                if (count == items.Count)
                {
                    node.Send(new MissionAck { TargetSystem = system, TargetComponent = component, Type = MavMissionResult.Accepted, MissionType = type });
                    return new(items);
                }
            }
            throw new MavlinkException($"{system}/{component} fell silent during the download of a plan");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Clears a plan, or all of them.</summary>
    /// <returns>What the vehicle said to it.</returns>
    /// <exception cref="MavlinkException">The vehicle fell silent.</exception>
    public async Task<MavMissionResult> ClearAsync(MavMissionType type, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var replies = new Replies<MavMissionResult>(node.Time).From<MissionAck>(node, system, component, m => m.Type, m => m.MissionType == type);
            for (var attempt = 0; attempt <= _patience.Retries; attempt++)
            {
                node.Send(new MissionClearAll { TargetSystem = system, TargetComponent = component, MissionType = type });
                if (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var result))
                    return result;
            }
            throw new MavlinkException($"{system}/{component} did not answer the clearing of a plan");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the use of it.</summary>
    public void Dispose() => _turn.Dispose();

    private void Ask(MavMissionType type, int count, int next)
    {
        if (count < 0)
            node.Send(new MissionRequestList { TargetSystem = system, TargetComponent = component, MissionType = type });
        else if (next < count)
            node.Send(new MissionRequestInt { TargetSystem = system, TargetComponent = component, Seq = (ushort)next, MissionType = type });
    }

    private readonly record struct Part(int Count, int Seq, PlanItem? Item, MavMissionResult? Refusal);
}
