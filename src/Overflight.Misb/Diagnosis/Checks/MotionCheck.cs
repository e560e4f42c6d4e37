using Overflight.Geodesy;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>A ground speed that is not the speed at which the stated places move.</summary>
internal sealed class MotionCheck : StreamCheck
{
    private const double LeastSeconds = 5;
    private const double GreatestSeconds = 60;
    private const double SlackMetresPerSecond = 15;
    private const int Fewest = 3;

    private readonly List<(double Stated, double Moved)> _speeds = [];
    private (ulong Time, GeoPoint Place)? _last;
    private (long Offset, int? Pid)? _first;

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Pose is not { Sensor.IsValid: true, TimeMicroseconds: { } time } pose || packet.Set is not { } set
            || !set.TryGet(56, out var speed) || double.IsNaN(speed.Number))
            return;
        if (_last is not { } last || time < last.Time || time - last.Time > GreatestSeconds * 1e6)
        {
            _last = (time, pose.Sensor);
            return;
        }
        var seconds = (time - last.Time) / 1e6;
        if (seconds < LeastSeconds)
            return;
        _speeds.Add((speed.Number, Geodesic.DistanceMetres(last.Place, pose.Sensor) / seconds));
        _first ??= (packet.Offset, packet.Pid);
        _last = (time, pose.Sensor);
    }

    public override IEnumerable<Finding> Findings()
    {
        var wrong = _speeds.Where(s => Math.Abs(s.Stated - s.Moved) > Math.Max(SlackMetresPerSecond, 0.3 * s.Moved)).ToList();
        if (wrong.Count < Fewest || wrong.Count < 0.5 * _speeds.Count)
            yield break;
        var isZero = wrong.TrueForAll(s => s.Stated == 0);
        var off = Median.Of([.. wrong.Select(s => Math.Abs(s.Stated - s.Moved))]);
        yield return new Finding("ground-speed-wrong", isZero ? FindingGrade.Note : FindingGrade.Warning,
            isZero ? "The ground speed is always 0: it is not filled in" : "The ground speed is not the one at which the stated places move",
            Sentence.Of($"tag 56 says {Median.Of([.. wrong.Select(s => s.Stated)]):0} m/s; the stated places move at {Median.Of([.. wrong.Select(s => s.Moved)]):0} m/s in the middle case"))
        {
            Count = wrong.Count,
            Of = _speeds.Count,
            FirstOffset = _first?.Offset,
            Pid = _first?.Pid,
            Tag = 56,
            Effect = Sentence.Of($"the speed is off by {off:0} m/s"),
            EffectSize = off,
            EffectUnit = "m/s",
            CorrectedReading = "take the speed from places and times",
        };
    }
}
