using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach;

/// <summary>
/// Few caps whose union is that of the caps along the whole path, to <see cref="Tolerance"/> of a radius. A run of fixes is
/// replaced by the caps of its ends where the fixes between lie that near the straight way, the ends are near enough that what
/// two caps leave out between them is as little, and radii hardly change.
/// </summary>
internal sealed class SweptCaps
{
    private const double Tolerance = 0.001;
    private const double RadiusStep = 0.002;

    // Two equal caps of radius r at a distance s leave out s²/8r at the middle of the rim.
    private static readonly double s_spacing = Math.Sqrt(8 * Tolerance);

    private readonly List<SightCap> _caps = [];

    public ReadOnlySpan<SightCap> Caps => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_caps);

    public void Build(PreparedFlight flight, FlightCaps caps, Approach approach)
    {
        _caps.Clear();
        var anchor = -1;
        var sector = new Sector();
        for (var i = 0; i < flight.Count; i++)
        {
            if (!approach.MayBeSeen(i))
            {
                if (anchor >= 0 && anchor != i - 1)
                    _caps.Add(caps[i - 1]);
                anchor = -1;
                continue;
            }
            if (anchor < 0 || flight.SecondsAfter(i - 1) > Approach.LongestLegSeconds)
            {
                if (anchor >= 0 && anchor != i - 1)
                    _caps.Add(caps[i - 1]);
                anchor = Start(caps, i, ref sector);
                continue;
            }
            if (Joins(caps[anchor], caps[i], ref sector))
                continue;
            if (anchor != i - 1)
                anchor = Start(caps, i - 1, ref sector);
            if (Joins(caps[anchor], caps[i], ref sector))
                continue;
            Between(caps[anchor], caps[i]);
            anchor = Start(caps, i, ref sector);
        }
        if (anchor >= 0 && anchor != flight.Count - 1)
            _caps.Add(caps[flight.Count - 1]);
        DropCovered();
    }

    private int Start(FlightCaps caps, int fix, ref Sector sector)
    {
        _caps.Add(caps[fix]);
        sector = new Sector(caps[fix].Centre);
        return fix;
    }

    private static bool Joins(in SightCap anchor, in SightCap cap, ref Sector sector)
    {
        var radius = Math.Min(anchor.Radii.Likely, cap.Radii.Likely);
        return Math.Abs(anchor.Radii.Likely - cap.Radii.Likely) <= RadiusStep * radius
            && Math.Abs(anchor.Radii.Upper - cap.Radii.Upper) <= RadiusStep * anchor.Radii.Upper + Tolerance * radius
            && sector.Narrow(cap.Centre, Tolerance * radius, s_spacing * radius);
    }

    /// <summary>Caps along a leg that is long for its radii.</summary>
    private void Between(in SightCap from, in SightCap to)
    {
        var radius = Math.Max(1e-4, Math.Min(from.Radii.Likely, to.Radii.Likely));
        var parts = (int)Math.Min(2_000, Math.Ceiling(from.Centre.AngleTo(to.Centre) / (s_spacing * radius)));
        for (var part = 1; part < parts; part++)
        {
            var f = part / (double)parts;
            _caps.Add(new SightCap(((1 - f) * from.Centre + f * to.Centre).Normalised(), Mix(from.Radii, to.Radii, f), Mix(from.SurfaceMetres, to.SurfaceMetres, f)));
        }
    }

    /// <summary>Caps that lie within the one kept before or after, as in a climb, add nothing.</summary>
    private void DropCovered()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            var kept = 0;
            for (var i = 0; i < _caps.Count; i++)
            {
                if (kept > 0 && IsWithin(_caps[i], _caps[kept - 1]))
                    continue;
                _caps[kept++] = _caps[i];
            }
            _caps.RemoveRange(kept, _caps.Count - kept);
            _caps.Reverse();
        }
    }

    private static bool IsWithin(in SightCap inner, in SightCap outer)
    {
        var angle = inner.Centre.AngleTo(outer.Centre);
        return inner.Radii.Lower + angle <= outer.Radii.Lower && inner.Radii.Likely + angle <= outer.Radii.Likely && inner.Radii.Upper + angle <= outer.Radii.Upper;
    }

    private static Estimate Mix(Estimate a, Estimate b, double f) =>
        new(a.Lower + f * (b.Lower - a.Lower), a.Likely + f * (b.Likely - a.Likely), a.Upper + f * (b.Upper - a.Upper));

    /// <summary>The directions in which a straight way from an anchor passes all fixes since as near as wanted.</summary>
    private struct Sector
    {
        private readonly UnitVector _anchor, _east, _north;
        private double _middle, _half, _farthest;
        private bool _hasDirection;

        public Sector(UnitVector anchor)
        {
            _anchor = anchor;
            var pole = Math.Abs(anchor.Z) < 0.9 ? new UnitVector(0, 0, 1) : new UnitVector(1, 0, 0);
            _east = pole.Cross(anchor).Normalised();
            _north = anchor.Cross(_east);
            (_middle, _half, _farthest, _hasDirection) = (0, Math.PI, 0, false);
        }

        /// <summary>Whether the next fix can be the end so far; the sector is changed only where it can.</summary>
        public bool Narrow(UnitVector place, double tolerance, double longest)
        {
            var difference = place - _anchor;
            var (x, y) = (difference.Dot(_east), difference.Dot(_north));
            var distance = Math.Sqrt(x * x + y * y);
            if (distance > longest || distance < _farthest - tolerance)
                return false;
            _farthest = Math.Max(_farthest, distance);
            if (distance <= tolerance)
                return true;
            var (direction, width) = (Math.Atan2(y, x), Math.Asin(tolerance / distance));
            if (!_hasDirection)
            {
                (_middle, _half, _hasDirection) = (direction, width, true);
                return true;
            }
            var off = Math.IEEERemainder(direction - _middle, 2 * Math.PI);
            if (Math.Abs(off) > _half)
                return false;
            var (low, high) = (Math.Max(-_half, off - width), Math.Min(_half, off + width));
            (_middle, _half) = (_middle + 0.5 * (low + high), 0.5 * (high - low));
            return true;
        }
    }
}
