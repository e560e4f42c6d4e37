using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>Finds the bytes of counts in pictures that are to be replaced: as many as before, so that the stream stays where it is.</summary>
internal sealed class StampRepair(StreamDiagnosis diagnosis, RepairCounts counts) : TsSink
{
    private readonly bool _isUnit = diagnosis.Findings.Any(f => f is { Id: "stamp-unit", CanRepair: true });
    private readonly bool _isRate = diagnosis.Findings.Any(f => f is { Id: "stamp-rate", CanRepair: true });
    private ulong? _origin;

    /// <summary>Whether there is anything to do.</summary>
    public bool IsWanted => _isUnit;

    /// <summary>The bytes to put at offsets of the file.</summary>
    public SortedDictionary<long, byte> Patches { get; } = [];

    public override void OnVideo(in VideoUnit unit)
    {
        foreach (var stamp in unit.TimeStamps)
        {
            _origin ??= stamp.Count;
            if (!Checks.StampUnits.IsWrong(stamp))
                continue;
            if (!TryPatch(unit, stamp, stamp with { Count = Right(stamp.Count) }))
            {
                counts.Left("stamp-unit", "the stamp is broken up by bytes that keep start codes apart");
                continue;
            }
            counts.Done("stamp-unit");
            if (_isRate)
                counts.Done("stamp-rate");
        }
    }

    private ulong Right(ulong count) => _isRate && _origin is { } origin ? origin / 1000 + (count - origin) : count / 1000;

    private bool TryPatch(in VideoUnit unit, MispTimeStamp before, MispTimeStamp after)
    {
        var start = 0;
        while (start < unit.Bytes.Length && unit.OffsetOf(start) != before.Offset)
            start++;
        if (start + MispTimeStamp.Bytes > unit.Bytes.Length)
            return false;
        Span<byte> old = stackalloc byte[MispTimeStamp.Bytes];
        Span<byte> now = stackalloc byte[MispTimeStamp.Bytes];
        before.Write(old, unit.StreamType);
        after.Write(now, unit.StreamType);
        for (var i = 16; i < MispTimeStamp.Bytes; i++)
            if (unit.Bytes[start + i] != old[i])
                return false;
        for (var i = 16; i < MispTimeStamp.Bytes; i++)
            if (old[i] != now[i])
                Patches[unit.OffsetOf(start + i)] = now[i];
        return true;
    }
}
