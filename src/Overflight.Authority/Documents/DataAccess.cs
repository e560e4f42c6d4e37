using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A read, an export or a disclosure of something that was collected.</summary>
/// <param name="Product">SHA-256 of the product.</param>
/// <param name="Act"><c>read</c>, <c>export</c> or <c>disclosure</c>.</param>
/// <param name="By">The office.</param>
/// <param name="To">To whom; the office itself for a read.</param>
/// <param name="Why">Why.</param>
/// <param name="At">When.</param>
/// <param name="Leaf">Index of the record's leaf that says so; null where there is none.</param>
/// <param name="ReleasingOffice">For a disclosure, the office that released it.</param>
public sealed record DataAccess(string Product, string Act, string By, string To, string Why, UtcInstant At, long? Leaf = null, string? ReleasingOffice = null);
