namespace Overflight.Authority.Duties;

/// <summary>A way in which one extent goes beyond another.</summary>
/// <param name="What">What: <c>area</c>, <c>State</c>, <c>aircraft kind</c>, <c>sensor kind</c>, <c>partner</c>, <c>target class</c>, <c>duration</c>, <c>altitude</c>.</param>
/// <param name="Text">From what to what.</param>
/// <param name="IsCertain">Whether it does; otherwise that cannot be ruled out.</param>
public sealed record ExtentChange(string What, string Text, bool IsCertain = true);
