using Overflight.Geodesy;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>A ground speed that is not the speed at which the stated places move.</summary>
internal sealed class MotionCheck : StreamCheck
{
    private const double LeastSeconds = 5;
    private const double GreatestSeconds = 60;
    private const double SlackMetresPerSecond = 15;
    private const int Fewest = 3;

    private readonly StatedAgainstComputed _speeds = new(0.5, Fewest);
    private (ulong Time, GeoPoint Place)? _last;

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
        var moved = Geodesic.DistanceMetres(last.Place, pose.Sensor) / seconds;
        _speeds.Add(packet.Offset, packet.Pid, speed.Number, moved, Math.Abs(speed.Number - moved) > Math.Max(SlackMetresPerSecond, 0.3 * moved));
        _last = (time, pose.Sensor);
    }

    public override IEnumerable<Finding> Findings()
    {
        if (!_speeds.IsWrong)
            yield break;
        yield return _speeds.Found("ground-speed-wrong", _speeds.IsAlwaysZero ? FindingGrade.Note : FindingGrade.Warning,
            _speeds.IsAlwaysZero ? "The ground speed is always 0: it is not filled in" : "The ground speed is not the one at which the stated places move",
            Sentence.Of($"tag 56 says {_speeds.MedianStated:0} m/s; the stated places move at {_speeds.Computed.Median:0} m/s in the middle case"),
            56, Sentence.Of($"the speed is off by {_speeds.MedianOff:0} m/s"), "m/s") with
        {
            CorrectedReading = "take the speed from places and times",
        };
    }
}
