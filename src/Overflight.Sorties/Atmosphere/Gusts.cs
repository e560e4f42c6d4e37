namespace Overflight.Sorties.Atmosphere;

/// <summary>
/// Gusts after Dryden, simplified to one pole in each axis (MIL-F-8785C, section 3.7.2, medium altitude: one scale length for
/// all axes): each component is a first-order Gauss–Markov process whose correlation falls with the air flown through,
/// stepped exactly, so that its variance does not depend on the step. A value: copied with the state that owns it.
/// </summary>
public struct Gusts
{
    /// <summary>Scale length above 2,000 ft, metres (1,750 ft).</summary>
    public const double ScaleLengthMetres = 533.4;

    private readonly double _sigma;
    private ulong _state;

    /// <summary>Starts at rest.</summary>
    /// <param name="seed">The same seed makes the same gusts.</param>
    /// <param name="rmsMetresPerSecond">Root mean square of a component; 0 is calm air, 1.5 light, 3 moderate.</param>
    public Gusts(ulong seed, double rmsMetresPerSecond)
    {
        _state = seed;
        _sigma = rmsMetresPerSecond;
    }

    /// <summary>The present gust.</summary>
    public Wind Present { get; private set; }

    /// <summary>The gust after some air has been flown through.</summary>
    public Wind Advance(double airMetres)
    {
        if (_sigma == 0)
            return default;
        var kept = Math.Exp(-airMetres / ScaleLengthMetres);
        var fresh = _sigma * Math.Sqrt(1 - kept * kept);
        return Present = kept * Present + fresh * new Wind(Normal(), Normal(), Normal());
    }

    // Box and Muller (1958); one of the pair is enough.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    // SplitMix64 (Steele, Lea, Flood 2014).
    private double Uniform()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
