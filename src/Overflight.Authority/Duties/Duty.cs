using Overflight.Tracks;

namespace Overflight.Authority.Duties;

/// <summary>A duty to tell somebody something.</summary>
/// <param name="Key">Its key: a notice that names it discharges it.</param>
/// <param name="Rule">The rule that opens it.</param>
/// <param name="Recipients">Id of the recipient set.</param>
/// <param name="Cause">What opened it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="DueAt">When it is due; null where it is due before the next flight.</param>
public sealed record Duty(string Key, string Rule, string Recipients, string Cause, UtcInstant OpenedAt, UtcInstant? DueAt);
