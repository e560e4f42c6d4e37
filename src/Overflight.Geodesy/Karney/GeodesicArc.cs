namespace Overflight.Geodesy.Karney;

/// <summary>A geodesic by its start and azimuth: the direct problem (Karney 2013, section 3), set up once for many distances.</summary>
internal readonly struct GeodesicArc
{
    private readonly double _longitude1, _sinAlpha0, _cosAlpha0, _sinSigma1, _cosSigma1, _sinTau1, _cosTau1, _wave1, _longitudeWave1;
    private readonly double _metresPerTau, _longitudeRate;
    private readonly ReversedDistanceSeries _reversed;
    private readonly LongitudeSeries _longitude;

    public GeodesicArc(GeoPoint from, double azimuthDegrees)
        : this(from, AuxiliarySphere.SinCosDegrees(azimuthDegrees))
    {
    }

    public GeodesicArc(GeoPoint from, (double Sin, double Cos) azimuth)
    {
        var (sinAlpha1, cosAlpha1) = azimuth;
        var (sinBeta1, cosBeta1) = AuxiliarySphere.ReducedLatitude(from.LatitudeDegrees);
        _longitude1 = from.LongitudeDegrees;
        _sinAlpha0 = sinAlpha1 * cosBeta1;
        var cosAlpha0Squared = cosAlpha1 * cosAlpha1 + sinAlpha1 * sinBeta1 * (sinAlpha1 * sinBeta1);
        _cosAlpha0 = Math.Sqrt(cosAlpha0Squared);
        _sinSigma1 = sinBeta1;
        _cosSigma1 = sinBeta1 != 0 || cosAlpha1 != 0 ? cosBeta1 * cosAlpha1 : 1;
        var scale = 1 / Math.Sqrt(_sinSigma1 * _sinSigma1 + _cosSigma1 * _cosSigma1);
        _sinSigma1 *= scale;
        _cosSigma1 *= scale;

        var epsilon = AuxiliarySphere.Epsilon(cosAlpha0Squared);
        var distance = new DistanceSeries(epsilon);
        _metresPerTau = Wgs84.SemiMinorAxisMetres * distance.A1;
        _wave1 = distance.Wave(_sinSigma1, _cosSigma1);
        // τ₁ = σ₁ + wave, as sine and cosine.
        var (s, c) = Math.SinCos(_wave1);
        _sinTau1 = _sinSigma1 * c + _cosSigma1 * s;
        _cosTau1 = _cosSigma1 * c - _sinSigma1 * s;
        _reversed = new ReversedDistanceSeries(epsilon);
        _longitude = new LongitudeSeries(epsilon);
        _longitudeRate = -AuxiliarySphere.F * _sinAlpha0 * _longitude.A3;
        _longitudeWave1 = _longitude.Wave(_sinSigma1, _cosSigma1);
    }

    public GeodesicDirect At(double metres)
    {
        // Eq. 20: τ → σ.
        var tau12 = metres / _metresPerTau;
        var (s, c) = Math.SinCos(tau12);
        var wave2 = -_reversed.Wave(_sinTau1 * c + _cosTau1 * s, _cosTau1 * c - _sinTau1 * s);
        var sigma12 = tau12 - (wave2 - _wave1);
        (s, c) = Math.SinCos(sigma12);
        var sinSigma2 = _sinSigma1 * c + _cosSigma1 * s;
        var cosSigma2 = _cosSigma1 * c - _sinSigma1 * s;

        // Eqs. 13, 14 for latitude and azimuth, eqs. 12 and 8 for longitude.
        var sinBeta2 = _cosAlpha0 * sinSigma2;
        var cosBeta2 = Math.Sqrt(_sinAlpha0 * _sinAlpha0 + _cosAlpha0 * cosSigma2 * (_cosAlpha0 * cosSigma2));
        if (cosBeta2 == 0)
            cosBeta2 = cosSigma2 = AuxiliarySphere.Tiny;
        double sinOmega1 = _sinAlpha0 * _sinSigma1, sinOmega2 = _sinAlpha0 * sinSigma2;
        var omega12 = Math.Atan2(
            sinOmega2 * _cosSigma1 - cosSigma2 * sinOmega1,
            cosSigma2 * _cosSigma1 + sinOmega2 * sinOmega1);
        var lambda12 = omega12 + _longitudeRate * (sigma12 + (_longitude.Wave(sinSigma2, cosSigma2) - _longitudeWave1));
        var point = new GeoPoint(
            AuxiliarySphere.Degrees(sinBeta2, AuxiliarySphere.AxisRatio * cosBeta2),
            _longitude1 + double.RadiansToDegrees(lambda12));
        return new GeodesicDirect(point.Normalised(), AuxiliarySphere.Degrees(_sinAlpha0, _cosAlpha0 * cosSigma2));
    }
}
