namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>Distances on a scale of powers of ten, from a millimetre at the least to the size of the earth.</summary>
internal sealed class LogScale
{
    private const double Least = 1e-3;

    private readonly int _low;
    private readonly int _high;

    /// <param name="metres">What is to be shown; what is not finite is left out of account.</param>
    public LogScale(IEnumerable<double> metres)
    {
        var finite = metres.Where(m => m is >= 0 and < double.PositiveInfinity).Select(m => Math.Max(Least, m)).DefaultIfEmpty(1).ToList();
        _low = Math.Min(-1, (int)Math.Floor(Math.Log10(finite.Min())));
        _high = Math.Max(2, (int)Math.Ceiling(Math.Log10(finite.Max()) + 0.05));
    }

    /// <summary>0 to 1; what lies beyond an end lies at it.</summary>
    public double Part(double metres) => double.IsNaN(metres) ? double.NaN
        : Math.Clamp((Math.Log10(Math.Max(1e-9, Math.Min(metres, 1e12))) - _low) / (_high - _low), 0, 1);

    /// <summary>Powers of ten between the ends, not many more than wanted.</summary>
    public IEnumerable<(double Metres, string Label)> Ticks(int wanted = 6)
    {
        var step = Math.Max(1, (_high - _low + wanted - 1) / wanted);
        for (var power = _low + 1; power < _high; power++)
            if (power % step == 0)
                yield return (Math.Pow(10, power), Label(power));
    }

    private static string Label(int power) => power switch
    {
        < -2 => "1 mm",
        -2 => "1 cm",
        -1 => "10 cm",
        < 3 => Wording.Text($"{Math.Pow(10, power):0} m"),
        _ => Wording.Text($"{Math.Pow(10, power - 3):#,0} km"),
    };
}
