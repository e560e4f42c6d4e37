using System.Security.Cryptography;
using Overflight.Archive;
using Overflight.Feeds;
using Overflight.Feeds.ModeS;

namespace Overflight.Cli.Archives;

/// <summary>
/// The raw messages behind archived fixes, from the files that they came from: an archive keeps where each fix stood, not the message. Only a file
/// that still has the bytes that were ingested is believed.
/// </summary>
internal sealed class ArchivedFrames(IReadOnlyList<InputRecord> inputs)
{
    private readonly Dictionary<string, bool> _isSame = [];

    /// <summary>Hex digits by input and record; those that no file gives any more are left out.</summary>
    public Dictionary<(int Input, long Record), string> Of(IEnumerable<ArchivedFix> fixes, CancellationToken c)
    {
        var frames = new Dictionary<(int, long), string>();
        foreach (var input in fixes.Where(f => f.Fix.Record >= 0).GroupBy(f => f.Input))
            foreach (var frame in Of(inputs[input.Key].Name, [.. input.Select(f => f.Fix.Record)], c))
                frames[(input.Key, frame.Record)] = frame.Frame.ToString();
        return frames;
    }

    /// <summary>The messages of records of one input, by its name.</summary>
    public IReadOnlyList<RawFrame> Of(string name, IReadOnlyCollection<long> records, CancellationToken c) =>
        records.Count > 0 && IsSame(name) ? ModeSFile.Frames(name, records, new ReadOptions(), c) : [];

    private bool IsSame(string name)
    {
        if (_isSame.TryGetValue(name, out var known))
            return known;
        var isSame = false;
        var recorded = inputs.Where(i => i.Name == name).Select(i => i.Sha256).ToHashSet();
        try
        {
            if (recorded.Count > 0 && File.Exists(name))
            {
                using var stream = File.OpenRead(name);
                isSame = recorded.Contains(Convert.ToHexStringLower(SHA256.HashData(stream)));
            }
            if (!isSame)
                Console.Error.WriteLine($"overflight: {name}: not here any more as it was ingested, so that it gives no messages as evidence");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"overflight: {name}: {e.Message}");
        }
        return _isSame[name] = isSame;
    }
}
