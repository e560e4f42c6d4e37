namespace Overflight.Sorties.Aircraft;

/// <summary>Wing and drag polar, CD = CD0 + K CL².</summary>
/// <param name="SpanMetres">Span.</param>
/// <param name="WingAreaSquareMetres">Reference area.</param>
/// <param name="ZeroLiftDragCoefficient">CD0.</param>
/// <param name="InducedDragFactor">K.</param>
/// <param name="MaximumLiftCoefficient">CL at the stall, as flown.</param>
public sealed record Aerodynamics(
    Figure SpanMetres, Figure WingAreaSquareMetres, Figure ZeroLiftDragCoefficient, Figure InducedDragFactor, Figure MaximumLiftCoefficient);
