using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation;

/// <summary>A library with one small fault put into it.</summary>
/// <param name="File">The source file, relative to the library's folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Replacement">By what.</param>
/// <param name="Before">The code around it as it is, on one line.</param>
/// <param name="After">The same with the fault.</param>
/// <param name="Ordinal">How many of the same text stand before it in the file.</param>
internal sealed record Mutant(string File, int Line, TextSpan Span, string Replacement, string Before, string After, int Ordinal)
{
    /// <summary>Its name, that stays when lines move and goes when its code changes.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{File}\n{Before}\n{After}\n{Ordinal}")))[..8];

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {File}:{Line}: {Short(Before)}  ->  {Short(After)}";

    private static string Short(string text) => text.Length <= 110 ? text : text[..80] + " … " + text[^27..];
}
