using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video;

/// <summary>Counts the packets of a file: sets, checksums, problems.</summary>
internal sealed class KlvSums : IKlvOutput
{
    private readonly KlvDecoder _decoder = new();

    public SortedDictionary<string, long> Sets { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<ChecksumState, long> Checksums { get; } = [];

    public SortedDictionary<KlvReason, long> Problems { get; } = [];

    public long Packets { get; private set; }

    public long Items { get; private set; }

    public void Packet(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid)
    {
        var decoded = _decoder.Decode(packet, pid);
        Packets++;
        Items += decoded.Items.Count;
        Count(Sets, decoded.Set?.Standard ?? decoded.Key.ToString());
        Count(Checksums, decoded.Checksum);
        foreach (var problem in decoded.Problems)
            Count(Problems, problem.Reason);
    }

    public void Damage(KlvProblem problem, long offset, int? pid) => Count(Problems, problem.Reason);

    private static void Count<T>(SortedDictionary<T, long> counts, T what)
        where T : notnull => counts[what] = counts.GetValueOrDefault(what) + 1;
}
