using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Parameters;

/// <summary>Reads and sets the parameters of a vehicle (MAVLink guide, "Parameter Protocol").</summary>
/// <param name="node">Who asks.</param>
/// <param name="system">The vehicle's system.</param>
/// <param name="component">The vehicle's component.</param>
/// <param name="bytewise">Whether values go by the bytes of their types (PX4 and this library's vehicle), or are cast to float (ArduPilot); the capabilities of AUTOPILOT_VERSION tell.</param>
/// <param name="patience">How long to wait for each answer, and how often to ask again.</param>
public sealed class ParameterClient(MavlinkNode node, byte system, byte component = 1, bool bytewise = true, Patience? patience = null)
{
    private readonly Patience _patience = patience ?? Patience.Standard;

    /// <summary>Reads all parameters; those that are lost on the way are asked for one by one.</summary>
    /// <exception cref="MavlinkException">The vehicle fell silent.</exception>
    public async Task<IReadOnlyDictionary<string, ParameterValue>> ListAsync(CancellationToken cancellation = default)
    {
        using var replies = new Replies<ParamValue>(node.Time).From<ParamValue>(node, system, component, m => m);
        var values = new SortedDictionary<string, ParameterValue>(StringComparer.Ordinal);
        var missing = new SortedSet<int>();
        var count = -1;
        for (var attempt = 0; attempt <= _patience.Retries; attempt++)
        {
            if (count < 0)
                node.Send(new ParamRequestList { TargetSystem = system, TargetComponent = component });
            foreach (var index in missing.Take(32))
                node.Send(new ParamRequestRead { TargetSystem = system, TargetComponent = component, ParamIndex = (short)index });
            while (missing.Count != 0 || count < 0)
            {
                if (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is not (true, var m))
                    break;
                if (count < 0)
                {
                    count = m.ParamCount;
                    missing.UnionWith(Enumerable.Range(0, count));
                }
                if (ParameterValue.TryDecode(m.ParamType, m.Value, bytewise, out var value))
                    values[m.ParamId] = value;
                if (missing.Remove(m.ParamIndex))
                    attempt = 0;
            }
            if (count >= 0 && missing.Count == 0)
                return values;
        }
        throw new MavlinkException(count < 0 ? $"{system}/{component} did not list its parameters" : $"{system}/{component} never told {missing.Count} of its {count} parameters");
    }

    /// <summary>Reads one parameter.</summary>
    /// <exception cref="MavlinkException">The vehicle did not tell it.</exception>
    public Task<ParameterValue> ReadAsync(string name, CancellationToken cancellation = default) =>
        AskAsync(name, () => node.Send(new ParamRequestRead { TargetSystem = system, TargetComponent = component, ParamId = name, ParamIndex = -1 }), cancellation);

    /// <summary>Sets a parameter.</summary>
    /// <returns>The value that it has then: another one than was given, if the vehicle refused.</returns>
    /// <exception cref="MavlinkException">The vehicle did not answer: there may be no such parameter.</exception>
    public Task<ParameterValue> SetAsync(string name, ParameterValue value, CancellationToken cancellation = default) =>
        AskAsync(name, () => node.Send(new ParamSet { TargetSystem = system, TargetComponent = component, ParamId = name, ParamValue = value.Encode(bytewise), ParamType = value.Type }), cancellation);

    private async Task<ParameterValue> AskAsync(string name, Action ask, CancellationToken cancellation)
    {
        using var replies = new Replies<ParamValue>(node.Time).From<ParamValue>(node, system, component, m => m, m => m.ParamId == name);
        for (var attempt = 0; attempt <= _patience.Retries; attempt++)
        {
            ask();
            if (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var m)
                && ParameterValue.TryDecode(m.ParamType, m.Value, bytewise, out var value))
                return value;
        }
        throw new MavlinkException($"{system}/{component} did not tell its parameter {name}");
    }
}
