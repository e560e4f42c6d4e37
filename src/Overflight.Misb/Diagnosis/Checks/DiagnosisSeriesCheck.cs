using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Keeps the numbers from which pictures are drawn; of long streams every second is dropped as often as needed.</summary>
internal sealed class DiagnosisSeriesCheck : StreamCheck
{
    private const int Most = 4_000;
    private const double TicksPerSecond = 27_000_000;

    private readonly Thinned<PacketPoint> _packets = new(Most);
    private readonly Thinned<StampPoint> _stamps = new(Most);
    private readonly Thinned<ClockPoint> _clocks = new(Most);
    private readonly ItemStretches _items = new();
    private (int Pid, long First, long Last)? _clock;

    public long Pictures { get; private set; }

    public DiagnosisSeries Series => new(_packets.Kept, _stamps.Kept, _clocks.Kept, _items.Found);

    public override void Packet(ObservedPacket packet)
    {
        _packets.Add(() =>
            new PacketPoint(_packets.Seen - 1, packet.Pts, packet.Time, packet.Pose, packet.Checksum != Sets.ChecksumState.Invalid, [.. packet.Items.Select(i => i.Tag)]));
        if (packet.Definition == St0601Set.Definition)
            _items.Take(packet.Items);
    }

    public override void Video(in VideoUnit unit)
    {
        Pictures++;
        var pts = unit.UnwrappedPts;
        foreach (var stamp in unit.TimeStamps)
            _stamps.Add(() => new StampPoint(pts, StampUnits.Microseconds(stamp)));
    }

    public override void Clock(in TsClock clock)
    {
        var (pid, ticks) = (clock.Pid, clock.Ticks);
        if (_clock is { } last && last.Pid != pid)
            return;
        if (_clock is { } before && ticks > before.Last && !clock.IsDiscontinuity)
            _clocks.Add(() => new ClockPoint((ticks - before.First) / TicksPerSecond, (ticks - before.Last) / TicksPerSecond));
        _clock = (pid, _clock?.First ?? ticks, ticks);
    }

    public override IEnumerable<Finding> Findings() => [];
}
