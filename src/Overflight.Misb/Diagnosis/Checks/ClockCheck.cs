using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Times in pictures (ST 0604) against those in packets, and the unit that pictures count in.</summary>
internal sealed class ClockCheck : StreamCheck
{
    private const double LeastApartSeconds = 0.1;

    private readonly PairFinder _pairs = new();
    private readonly StampRate _rate = new();
    private long _pictures;
    private long _stamped;
    private (long Count, long Offset, int Pid, ulong Raw, MispTimeUnit Unit) _wrong;
    private long _unlocked;
    private long? _lastVideoPts;

    public override void Packet(ObservedPacket packet)
    {
        // Without a time of its own a packet belongs to the picture that was sent last.
        if (packet.Time is { } time && (packet.Pts ?? _lastVideoPts) is { } pts)
            _pairs.Packet(pts, time);
    }

    public override void Video(in VideoUnit unit)
    {
        _pictures++;
        _lastVideoPts = unit.UnwrappedPts ?? _lastVideoPts;
        if (unit.TimeStamps.IsEmpty)
            return;
        _stamped++;
        var stamp = unit.TimeStamps[0];
        _unlocked += stamp.IsLocked ? 0 : 1;
        if (StampUnits.IsWrong(stamp))
            _wrong = _wrong.Count == 0 ? (1, stamp.Offset, unit.Pid, stamp.Count, stamp.Unit) : _wrong with { Count = _wrong.Count + 1 };
        if (unit.UnwrappedPts is not { } pts)
            return;
        _pairs.Stamp(pts, stamp);
        _rate.Add(pts, stamp);
    }

    public override IEnumerable<Finding> Findings()
    {
        if (_wrong.Count > 0)
            yield return Unit();
        if (Rate() is { } rate)
            yield return rate;
        if (Apart() is { } apart)
            yield return apart;
        if (_pictures > 0 && _stamped == 0 && _pairs.Packets > 0)
            yield return new Finding("stamps-missing", FindingGrade.Note, "Pictures carry no time (ST 0604)", Sentence.Of($"none of {_pictures:#,0} pictures"))
            {
                Count = _pictures,
                Of = _pictures,
                Effect = "pictures can be put to a moment by presentation times alone",
            };
        if (_unlocked > 0)
            yield return new Finding("stamp-unlocked", FindingGrade.Note, "Times in pictures say that their clock was not locked to its reference", Sentence.Share(_unlocked, _stamped, "pictures"))
            {
                Count = _unlocked,
                Of = _stamped,
                Effect = "these times may be off by any amount",
            };
    }

    private Finding Unit()
    {
        var isNano = _wrong.Unit == MispTimeUnit.Microseconds;
        var (stated, real) = isNano ? ("microseconds", "nanoseconds") : ("nanoseconds", "microseconds");
        var asStated = isNano ? _wrong.Raw : _wrong.Raw / 1000;
        return new Finding("stamp-unit", FindingGrade.Error, $"Pictures count {real} under the identifier of {stated}",
            Sentence.Of($"the first count is {_wrong.Raw}: as {stated} {Sentence.Utc(asStated)}, as {real} {Sentence.Utc(isNano ? _wrong.Raw / 1000 : _wrong.Raw)}"))
        {
            Count = _wrong.Count,
            Of = _stamped,
            FirstOffset = _wrong.Offset,
            Pid = _wrong.Pid,
            Effect = "by the standard the pictures are of another age",
            EffectSize = Math.Abs((isNano ? (double)_wrong.Raw - _wrong.Raw / 1000.0 : _wrong.Raw - _wrong.Raw / 1000.0) / 1e6),
            EffectUnit = "s",
            CorrectedReading = $"read the count as {real}",
            CanRepair = isNano,
        };
    }

    private Finding? Rate()
    {
        if (_rate.IsRight || double.IsNaN(_rate.Rate))
            return null;
        return new Finding("stamp-rate", FindingGrade.Error, _rate.IsElapsedInMicroseconds
                ? "Times in pictures run a thousand times too slowly: their start is in nanoseconds, what has gone by since in microseconds"
                : "Times in pictures do not run at the pace of the pictures",
            Sentence.Of($"over {Sentence.Seconds(_rate.Seconds)} of pictures the times go on by {Sentence.Seconds(_rate.Seconds * _rate.Rate)}; the count goes on by {_rate.CountsPerSecond:#,0} a second"))
        {
            Count = _stamped,
            Of = _stamped,
            Effect = "the pictures all seem to be of about the same moment",
            EffectSize = _rate.Seconds * (1 - _rate.Rate),
            EffectUnit = "s",
            CorrectedReading = _rate.IsElapsedInMicroseconds ? "divide the first count by a thousand, and add the difference of later counts to it as microseconds" : "take the pace from the presentation times",
            CanRepair = _rate.IsElapsedInMicroseconds && _wrong.Count > 0,
        };
    }

    private Finding? Apart()
    {
        // What is shown a little later is also of a little later.
        var apart = _pairs.Pairs.Select(p => ((double)p.PacketTime - _rate.Corrected(p.Count, p.StampTime)) / 1e6 - p.PacketLater).ToList();
        var median = Median.Of(apart);
        if (apart.Count == 0 || Math.Abs(median) < LeastApartSeconds)
            return null;
        var (low, high) = (Median.Part(apart, 0.05), Median.Part(apart, 0.95));
        return new Finding("clocks-apart", FindingGrade.Error, "Packets and pictures that are shown together are of different times",
            Sentence.Of($"packets are {Sentence.Seconds(Math.Abs(median))} {(median < 0 ? "behind" : "ahead of")} pictures in the middle case, {low:0.000} to {high:0.000} s in 90 of 100"))
        {
            Count = apart.Count,
            Of = Math.Max(apart.Count, _pairs.Packets),
            Tag = 2,
            Effect = $"what a packet says is of a picture {Sentence.Seconds(Math.Abs(median))} away",
            EffectSize = median,
            EffectUnit = "s",
            CorrectedReading = "put packets and pictures together by presentation times; which of the two clocks is right the stream does not say",
        };
    }
}
