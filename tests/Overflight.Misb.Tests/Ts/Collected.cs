using Overflight.Misb.Ts;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Keeps everything that a stream holds.</summary>
internal sealed class Collected : TsSink
{
    public List<TsProgram> Programs { get; } = [];

    public List<TsProgram> Removed { get; } = [];

    public List<KlvUnit> Units { get; } = [];

    public List<Video> Pictures { get; } = [];

    public List<TsClock> Clocks { get; } = [];

    public List<TsFault> Faults { get; } = [];

    public TsStatistics Statistics { get; private set; } = null!;

    /// <summary>Reads a stream in pieces of a size; at once if 0.</summary>
    public static Collected From(ReadOnlySpan<byte> bytes, int piece = 0, TsOptions? options = null)
    {
        var sink = new Collected();
        var demuxer = new TsDemuxer(sink, options);
        sink.Statistics = demuxer.Statistics;
        if (piece == 0)
            piece = Math.Max(1, bytes.Length);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(piece, bytes.Length)..])
            demuxer.Write(bytes[..Math.Min(piece, bytes.Length)]);
        demuxer.Complete();
        return sink;
    }

    public int Count(TsFaultKind kind) => Faults.Count(f => f.Kind == kind);

    public override void OnProgram(TsProgram program) => Programs.Add(program);

    public override void OnProgramRemoved(TsProgram program) => Removed.Add(program);

    public override void OnClock(in TsClock clock) => Clocks.Add(clock);

    public override void OnFault(in TsFault fault) => Faults.Add(fault);

    public override void OnKlv(in KlvAccessUnit unit)
    {
        // Every offset must be one that can be asked for.
        Assert.True(unit.OffsetOf(unit.Bytes.Length) >= unit.Offset);
        Units.Add(new KlvUnit(unit.Pid, unit.StreamType, unit.StreamId, unit.Carriage, unit.Pts, unit.UnwrappedPts, unit.Offset, unit.ServiceId, unit.SequenceNumber, unit.IsWhole, unit.IntactBytes, new Bytes(unit.Bytes.ToArray())));
    }

    public override void OnVideo(in VideoUnit unit) =>
        Pictures.Add(new Video(unit.Pid, unit.StreamType, unit.Pts, unit.Dts, unit.UnwrappedPts, unit.PesOffset, unit.IsRandomAccess, unit.IsWhole, new Bytes(unit.Bytes.ToArray()), [.. unit.TimeStamps]));

    /// <summary>Bytes that are equal where their content is.</summary>
    internal sealed class Bytes(byte[] array) : IEquatable<Bytes>
    {
        public byte[] Array { get; } = array;

        public bool Equals(Bytes? other) => other is not null && Array.AsSpan().SequenceEqual(other.Array);

        public override bool Equals(object? obj) => Equals(obj as Bytes);

        public override int GetHashCode() => Array.Length;

        public override string ToString() => Convert.ToHexString(Array);
    }

    internal sealed record KlvUnit(int Pid, byte StreamType, byte StreamId, KlvCarriage Carriage, long? Pts, long? Unwrapped, long Offset, int? Service, int? Sequence, bool IsWhole, int Intact, Bytes Bytes);

    internal sealed record Video(int Pid, byte StreamType, long? Pts, long? Dts, long? Unwrapped, long Offset, bool IsRandomAccess, bool IsWhole, Bytes Bytes, MispTimeStamp[] Stamps);
}
