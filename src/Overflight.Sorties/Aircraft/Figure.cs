namespace Overflight.Sorties.Aircraft;

/// <summary>A number about an aircraft and what it rests on: exactly one of a source, a calibration, or the label generic.</summary>
/// <param name="Value">The number, in the unit that its field's name says.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="CalibratedTo">What it was chosen to reproduce.</param>
/// <param name="Generic">Why a usual value stands in, where nothing was published.</param>
public sealed record Figure(double Value, string? Source = null, string? CalibratedTo = null, string? Generic = null)
{
    /// <summary>What it rests on, in words.</summary>
    public string Basis => Source is not null ? $"source: {Source}" : CalibratedTo is not null ? $"calibrated to {CalibratedTo}" : $"generic: {Generic}";
}
