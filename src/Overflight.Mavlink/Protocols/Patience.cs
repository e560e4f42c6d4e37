namespace Overflight.Mavlink.Protocols;

/// <summary>How long to wait for an answer, and how often to ask again.</summary>
/// <param name="Timeout">Wait for an answer before asking again.</param>
/// <param name="Retries">Times to ask again before giving up.</param>
public sealed record Patience(TimeSpan Timeout, int Retries)
{
    /// <summary>What the specification recommends for commands and plans: 1.5 s, five times.</summary>
    public static Patience Standard { get; } = new(TimeSpan.FromSeconds(1.5), 5);

    /// <summary>For an item of a plan: the specification's 250 ms, but for five seconds rather than for five times, since a poor link loses as many in a row.</summary>
    public static Patience Item { get; } = new(TimeSpan.FromMilliseconds(250), 20);
}
