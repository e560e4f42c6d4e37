using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overflight.Mutation.Mutators;

/// <summary>Values: numbers by one, truths, members of the library's enumerations, and factories that stand beside one another.</summary>
internal sealed class ValueMutator : IMutator
{
    /// <summary>Of larger enumerations only the next member is taken.</summary>
    private const int MostMembers = 3;

    public IEnumerable<Fault> At(SyntaxNode node, SemanticModel model)
    {
        if (node is LiteralExpressionSyntax literal)
            return Literals(literal).Select(text => Fault.Of(literal, text));
        if (node is MemberAccessExpressionSyntax member && model.GetSymbolInfo(member).Symbol is { } symbol && symbol.Locations.Any(l => l.IsInSource))
            return Siblings(symbol).Select(name => Fault.Of(member.Name, name) with { Around = member.Parent is InvocationExpressionSyntax call ? call : member });
        return [];
    }

    private static IEnumerable<string> Literals(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => ["false"],
        SyntaxKind.FalseLiteralExpression => ["true"],
        SyntaxKind.NumericLiteralExpression => Numbers(literal.Token.Value),
        _ => [],
    };

    private static IEnumerable<string> Numbers(object? value) => value switch
    {
        int whole => whole == 0 ? ["1"] : [Text(whole + 1L), Text(whole - 1L)],
        double real when real == Math.Floor(real) => [Text(real + 1) + "d", Text(real - 1) + "d"],
        double real => [Text(real * 2) + "d", Text(real / 2) + "d"],
        _ => [],
    };

    private static string Text(IFormattable number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Siblings(ISymbol symbol)
    {
        if (symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field)
        {
            var members = field.ContainingType.GetMembers().OfType<IFieldSymbol>().ToList();
            var own = members.FindIndex(m => m.Name == field.Name);
            return Enumerable.Range(1, members.Count <= MostMembers ? members.Count - 1 : 1).Select(step => members[(own + step) % members.Count].Name);
        }
        return symbol is IMethodSymbol { IsStatic: true, IsExtensionMethod: false } method
            ? method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(other => other.IsStatic && other.Name != method.Name && IsAlike(method, other)).Select(other => other.Name)
            : [];
    }

    private static bool IsAlike(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ReturnType, other.ReturnType) &&
        one.Parameters.Select(p => p.Type).SequenceEqual(other.Parameters.Select(p => p.Type), SymbolEqualityComparer.Default);
}
