namespace Overflight.Designations;

/// <summary>An address of an entry, as far as the list gives it.</summary>
/// <param name="Street">Street and number.</param>
/// <param name="City">City, state, postal code.</param>
/// <param name="Country">The country's name, as the list writes it.</param>
/// <param name="Remarks">What the list adds.</param>
public sealed record ListedAddress(string? Street, string? City, string? Country, string? Remarks)
{
    /// <summary>The address in one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Street, City, Country, Remarks }.Where(part => !string.IsNullOrEmpty(part)));
}
