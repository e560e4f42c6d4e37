namespace Overflight.Feeds.Live;

/// <summary>How a feed is kept up.</summary>
public sealed record FeedOptions
{
    /// <summary>Time between two fetches of a document.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A connection over which nothing came for this long is taken for dead.</summary>
    public TimeSpan SilenceMeansDead { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The first wait before a new try; it doubles up to <see cref="LongestWait"/>, and starts anew once bytes came.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a new try.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Datagrams that wait to be read, at most; over that the oldest are dropped, and counted.</summary>
    public int MostWaitingDatagrams { get; init; } = 4_096;

    /// <summary>The largest document that is fetched, bytes.</summary>
    public int LargestDocument { get; init; } = 64 << 20;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How the bytes are read.</summary>
    public ReadOptions Reading { get; init; } = new();
}
