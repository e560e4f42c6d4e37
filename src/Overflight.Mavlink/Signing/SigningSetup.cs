using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Signing;

/// <summary>Gives and takes signing keys over a link (SETUP_SIGNING). Only over one that nobody else can read: a cable.</summary>
public sealed class SigningSetup : IDisposable
{
    private readonly IDisposable _subscription;

    /// <summary>Begins to take keys.</summary>
    /// <param name="node">Who takes them.</param>
    /// <param name="take">Is handed a key and the timestamp to begin at. It keeps them, and opens links anew with them.</param>
    public SigningSetup(MavlinkNode node, Action<SigningKey, ulong> take)
    {
        ArgumentNullException.ThrowIfNull(node);
        _subscription = node.On<SetupSigning>((frame, m) =>
        {
            // By name only; and zeros, which stand for the end of signing, end nothing here.
            if (frame.TargetSystem == node.SystemId && m.SecretKey.AsSpan().ContainsAnyExcept((byte)0))
                take(new(m.SecretKey), m.InitialTimestamp);
        });
    }

    /// <summary>Gives a key to a component. There is no answer to it: it is sent twice.</summary>
    public static void Give(MavlinkNode node, byte system, byte component, SigningKey key, SigningClock clock)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(clock);
        for (var i = 0; i < 2; i++)
            node.Send(new SetupSigning { TargetSystem = system, TargetComponent = component, SecretKey = key.Secret.ToArray(), InitialTimestamp = clock.Next() });
    }

    /// <summary>Takes keys no longer.</summary>
    public void Dispose() => _subscription.Dispose();
}
