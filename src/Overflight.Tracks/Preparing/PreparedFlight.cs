using Overflight.Geodesy;
using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Preparing;

/// <summary>One flight ready to be judged: the fixes kept, each with its radius, and those set aside, each with its reason.</summary>
public sealed class PreparedFlight
{
    private readonly int[] _kept;
    private readonly PositionRadius[] _radii;

    internal PreparedFlight(Track track, SpeedBound speed, int[] kept, PositionRadius[] radii, IReadOnlyList<SetAsideFix> setAside)
    {
        Track = track;
        Speed = speed;
        _kept = kept;
        _radii = radii;
        SetAside = setAside;
    }

    /// <summary>All the flight's fixes as they were read.</summary>
    public Track Track { get; }

    /// <summary>The speed bound that verdicts use.</summary>
    public SpeedBound Speed { get; }

    /// <summary>How many fixes were kept.</summary>
    public int Count => _kept.Length;

    /// <summary>The fixes set aside.</summary>
    public IReadOnlyList<SetAsideFix> SetAside { get; }

    /// <summary>Index in <see cref="Track"/> of a kept fix.</summary>
    public int IndexInTrack(int i) => _kept[i];

    /// <summary>Time of a kept fix.</summary>
    public UtcInstant TimeAt(int i) => Track.TimeAt(_kept[i]);

    /// <summary>Place of a kept fix.</summary>
    public GeoPoint PositionAt(int i) => Track.PositionAt(_kept[i]);

    /// <summary>Radius of a kept fix.</summary>
    public PositionRadius RadiusAt(int i) => _radii[i];

    /// <summary>Seconds from one kept fix to the next.</summary>
    public double SecondsAfter(int i) => TimeAt(i + 1).SecondsSince(TimeAt(i));

    /// <summary>The first kept fix's time; before it nothing is covered.</summary>
    public UtcInstant Start => TimeAt(0);

    /// <summary>The last kept fix's time; after it nothing is covered.</summary>
    public UtcInstant End => TimeAt(Count - 1);
}
