namespace Overflight.Patterns.Kinds;

/// <summary>
/// The circle that fits weighted places best by least squares of x² + y² − (ax + by + c) (I. Kåsa, A circle fitting procedure
/// and its error analysis, IEEE Trans. Instrum. Meas. 25, 1976). The order of the places does not matter, and sums over a
/// window follow from running sums.
/// </summary>
internal struct CircleFit
{
    private double _w, _x, _y, _xx, _xy, _yy, _xz, _yz, _z;

    public readonly double Weight => _w;

    public readonly (double X, double Y) Mean => (_x / _w, _y / _w);

    public void Add(double x, double y, double weight)
    {
        var z = x * x + y * y;
        _w += weight;
        _x += weight * x;
        _y += weight * y;
        _xx += weight * x * x;
        _xy += weight * x * y;
        _yy += weight * y * y;
        _xz += weight * x * z;
        _yz += weight * y * z;
        _z += weight * z;
    }

    /// <summary>What came in between two states of running sums.</summary>
    public static CircleFit operator -(in CircleFit a, in CircleFit b) => new()
    {
        _w = a._w - b._w,
        _x = a._x - b._x,
        _y = a._y - b._y,
        _xx = a._xx - b._xx,
        _xy = a._xy - b._xy,
        _yy = a._yy - b._yy,
        _xz = a._xz - b._xz,
        _yz = a._yz - b._yz,
        _z = a._z - b._z,
    };

    /// <summary>The circle's centre, or the mean where the places lie about a line or the circle's centre is far from them.</summary>
    /// <param name="farthest">How far the centre may be from the mean, in root mean square distances from it: 2 for most of a turn, 10 for a fifth of one.</param>
    public readonly (double X, double Y) Centre(double farthest = 2)
    {
        var (mx, my) = Mean;
        // About the mean, with 2(x a + y b) + c = z.
        var (sxx, sxy, syy) = (_xx / _w - mx * mx, _xy / _w - mx * my, _yy / _w - my * my);
        var mz = _z / _w;
        var (sxz, syz) = (_xz / _w - mx * mz, _yz / _w - my * mz);
        var determinant = sxx * syy - sxy * sxy;
        var spread = sxx + syy;
        if (!(determinant > 1e-2 / Math.Pow(farthest, 4) * spread * spread))
            return (mx, my);
        var (x, y) = ((sxz * syy - syz * sxy) / (2 * determinant), (syz * sxx - sxz * sxy) / (2 * determinant));
        return (x - mx) * (x - mx) + (y - my) * (y - my) > farthest * farthest * spread ? (mx, my) : (x, y);
    }

    /// <summary>Root mean square distance from the mean.</summary>
    public readonly double Spread
    {
        get
        {
            var (mx, my) = Mean;
            return Math.Sqrt(Math.Max(0, (_xx + _yy) / _w - mx * mx - my * my));
        }
    }
}
