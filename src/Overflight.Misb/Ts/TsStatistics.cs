namespace Overflight.Misb.Ts;

/// <summary>Counts of what a demultiplexer read so far.</summary>
public sealed class TsStatistics
{
    private static readonly int s_kinds = Enum.GetValues<TsFaultKind>().Length;
    private readonly long[] _faults = new long[s_kinds];
    private readonly long[] _packets = new long[TsPid.Count];
    private readonly bool[] _declared = new bool[TsPid.Count];

    internal TsStatistics()
    {
    }

    /// <summary>Bytes read.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Packets found, null packets with them.</summary>
    public long Packets { get; internal set; }

    /// <summary>Bytes from one packet to the next: 188, 192 or 204; 0 as long as no packet was found.</summary>
    public int FrameBytes { get; internal set; }

    /// <summary>Bytes passed over because they belong to no packet.</summary>
    public long SkippedBytes { get; internal set; }

    /// <summary>The number of faults of a kind.</summary>
    public long Faults(TsFaultKind kind) => _faults[(int)kind];

    /// <summary>The number of all faults.</summary>
    public long AllFaults => _faults.Sum();

    /// <summary>The packets of a PID (0 to 8191) not marked as damaged.</summary>
    public long PacketsOf(int pid) => _packets[pid];

    /// <summary>PIDs of 32 and above with packets that no table had declared at the end; null packets (8191) are not among them.</summary>
    public IEnumerable<int> UndeclaredPids => Enumerable.Range(32, TsPid.Null - 32).Where(pid => _packets[pid] > 0 && !_declared[pid]);

    internal void Count(TsFaultKind kind) => _faults[(int)kind]++;

    internal void CountPacket(int pid) => _packets[pid]++;

    internal void Declare(int pid) => _declared[pid] = true;
}
