using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Parameters;

/// <summary>Serves parameters (MAVLink guide, "Parameter Protocol"); values go by the bytes of their types.</summary>
public sealed class ParameterServer : IDisposable
{
    private readonly MavlinkNode _node;
    private readonly SortedList<string, ParameterValue> _values = new(StringComparer.Ordinal);
    private readonly Func<string, ParameterValue, bool> _allow;
    private readonly IDisposable[] _subscriptions;
    private readonly Lock _lock = new();

    /// <summary>Begins to serve.</summary>
    /// <param name="node">Who serves.</param>
    /// <param name="parameters">Names, of up to 16 ASCII characters, and values.</param>
    /// <param name="allow">Says whether a parameter may be set so; what it refuses keeps its value.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not ASCII.</exception>
    public ParameterServer(MavlinkNode node, IEnumerable<KeyValuePair<string, ParameterValue>> parameters, Func<string, ParameterValue, bool>? allow = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(parameters);
        _node = node;
        _allow = allow ?? ((_, _) => true);
        foreach (var (name, value) in parameters)
        {
            if (name.Length is 0 or > 16 || !System.Text.Ascii.IsValid(name))
                throw new ArgumentException($"\"{name}\" cannot name a parameter: 1 to 16 ASCII characters do", nameof(parameters));
            _values[name] = value;
        }
        _subscriptions =
        [
            node.On<ParamRequestList>((_, _) => TellAll()),
            node.On<ParamRequestRead>((_, m) => TellOne(m)),
            node.On<ParamSet>((_, m) => Set(m)),
        ];
    }

    /// <summary>A value; setting it from this side tells everybody.</summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public ParameterValue this[string name]
    {
        get
        {
            lock (_lock)
                return _values[name];
        }
        set
        {
            lock (_lock)
            {
                if (!_values.ContainsKey(name))
                    throw new KeyNotFoundException(name);
                _values[name] = value;
                Tell(_values.IndexOfKey(name));
            }
        }
    }

    /// <summary>Serves no longer.</summary>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }

    private void TellAll()
    {
        lock (_lock)
        {
            for (var i = 0; i < _values.Count; i++)
                Tell(i);
        }
    }

    private void TellOne(ParamRequestRead m)
    {
        lock (_lock)
        {
            var index = m.ParamIndex >= 0 ? m.ParamIndex : _values.IndexOfKey(m.ParamId);
            if (index >= 0 && index < _values.Count)
                Tell(index);
        }
    }

    // What may not be set is answered with the value that it keeps: so the asker sees that it was refused.
    private void Set(ParamSet m)
    {
        lock (_lock)
        {
            var index = _values.IndexOfKey(m.ParamId);
            if (index < 0)
                return;
            if (ParameterValue.TryDecode(m.ParamType, m.ParamValue, bytewise: true, out var value)
                && value.Type == _values.Values[index].Type && _allow(m.ParamId, value))
                _values.SetValueAtIndex(index, value);
            Tell(index);
        }
    }

    private void Tell(int index) => _node.Send(new ParamValue
    {
        ParamId = _values.Keys[index],
        Value = _values.Values[index].Encode(bytewise: true),
        ParamType = _values.Values[index].Type,
        ParamCount = (ushort)_values.Count,
        ParamIndex = (ushort)index,
    });
}
