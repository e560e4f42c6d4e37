using Overflight.Geodesy;

namespace Overflight.Patterns.Kinds;

/// <summary>
/// Finds where an aircraft stayed although it flew on: windows that fit into a box while the way flown is a multiple of the
/// box's side, joined where they overlap, at boxes of many sizes. It goes by way and place, so it does not matter how far
/// apart the fixes are.
/// </summary>
internal sealed class StretchFinder
{
    /// <summary>The way flown in a window, in sides of its box. Once round a circle that just fits is 3.14.</summary>
    public const double LeastWay = 2.6;

    private const double SmallestScaleMetres = 250;
    private const double LargestScaleMetres = 260_000;
    private const double LongestGapSeconds = 600;

    // Of the box's side: what places may be off by without changing what fits into it.
    private const double Grain = 1.0 / 48;
    private const double DegreesPerMetre = 180 / Math.PI / Wgs84.MeanRadiusMetres;

    private readonly MonotoneWindow _south = new(isLeast: true), _north = new(isLeast: false), _west = new(isLeast: true), _east = new(isLeast: false);
    private List<Stretch> _before = [], _now = [];
    private int[] _order = [];

    /// <summary>The stretches of every scale, smallest first.</summary>
    public List<Stretch> Find(Motion motion)
    {
        var found = new List<Stretch>();
        _before.Clear();
        if (_order.Length < motion.Count)
            _order = new int[Math.Max(motion.Count, 2 * _order.Length)];
        for (var i = 0; i < motion.Count; i++)
            _order[i] = i;
        var count = motion.Count;
        var flown = motion.FlownBetween(0, motion.Count - 1);
        for (var scale = SmallestScaleMetres; scale < LargestScaleMetres && flown >= LeastWay * scale; scale *= Math.Sqrt(2))
        {
            count = Thin(motion, count, scale * Grain);
            _now.Clear();
            if (MayStay(scale, motion, count))
                AddAt(scale, motion, count, _now);
            // One that is no longer than at the scale before says nothing new.
            foreach (var stretch in _now)
                if (!_before.Exists(b => b.First == stretch.First && b.Last == stretch.Last))
                    found.Add(stretch);
            (_before, _now) = (_now, _before);
        }
        return found;
    }

    /// <summary>Leaves out fixes that are near the one before against the box; not those at either end of a gap.</summary>
    private int Thin(Motion motion, int count, double metres)
    {
        var kept = 1;
        for (var k = 1; k < count; k++)
        {
            var i = _order[k];
            if (motion.FlownBetween(_order[kept - 1], i) >= metres || k == count - 1 || IsAfterGap(motion, i) || IsAfterGap(motion, i + 1))
                _order[kept++] = i;
        }
        return kept;
    }

    /// <summary>
    /// Whether any two fixes that far apart by the way flown would fit into one box: the ends of every window that stays do, and on a straight
    /// flight none does.
    /// </summary>
    private bool MayStay(double scaleMetres, Motion motion, int count)
    {
        var (side, way) = (scaleMetres * DegreesPerMetre, LeastWay * scaleMetres);
        var start = 0;
        for (var k = 1; k < count; k++)
        {
            var i = _order[k];
            while (motion.FlownBetween(_order[start + 1], i) >= way)
                start++;
            var from = _order[start];
            if (motion.FlownBetween(from, i) >= way && Math.Abs(motion.LatitudeDegrees[i] - motion.LatitudeDegrees[from]) <= side
                && Math.Abs(motion.LongitudeDegrees[i] - motion.LongitudeDegrees[from]) <= side * motion.LongitudeStretch[i])
                return true;
        }
        return false;
    }

    private static bool IsAfterGap(Motion motion, int i) => i > 0 && i < motion.Count && motion.StepSeconds(i) > LongestGapSeconds;

    private void AddAt(double scaleMetres, Motion motion, int count, List<Stretch> found)
    {
        _south.Clear(count);
        _north.Clear(count);
        _west.Clear(count);
        _east.Clear(count);
        var side = scaleMetres * DegreesPerMetre;
        var start = 0;
        var (first, last) = (-1, -1);
        for (var k = 0; k < count; k++)
        {
            var i = _order[k];
            if (IsAfterGap(motion, i))
                Drop(start = k);
            var (latitude, longitude) = (motion.LatitudeDegrees[i], motion.LongitudeDegrees[i]);
            _south.Push(k, latitude);
            _north.Push(k, latitude);
            _west.Push(k, longitude);
            _east.Push(k, longitude);
            var widest = side * motion.LongitudeStretch[i];
            while (_north.Value - _south.Value > side || _east.Value - _west.Value > widest)
                Drop(++start);
            if (motion.FlownBetween(_order[start], i) < LeastWay * scaleMetres)
                continue;
            if (start > last && first >= 0)
            {
                found.Add(new Stretch(_order[first], _order[last], scaleMetres));
                first = -1;
            }
            (first, last) = (first < 0 ? start : first, k);
        }
        if (first >= 0)
            found.Add(new Stretch(_order[first], _order[last], scaleMetres));
    }

    private void Drop(int start)
    {
        _south.DropBefore(start);
        _north.DropBefore(start);
        _west.DropBefore(start);
        _east.DropBefore(start);
    }
}
