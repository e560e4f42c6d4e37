using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overflight.Mutation.Mutators;

/// <summary>Calls: taken out where what they are called on will do as well, or swapped with their opposite.</summary>
internal sealed class CallMutator : IMutator
{
    private static readonly (string One, string Other)[] s_pairs =
    [
        ("Any", "All"), ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Min", "Max"), ("MinBy", "MaxBy"), ("OrderBy", "OrderByDescending"), ("Order", "OrderDescending"),
        ("ThenBy", "ThenByDescending"), ("Skip", "Take"), ("SkipWhile", "TakeWhile"), ("Floor", "Ceiling"), ("StartsWith", "EndsWith"), ("Union", "Intersect"),
        ("FindIndex", "FindLastIndex"), ("IndexOf", "LastIndexOf"), ("Append", "Prepend"), ("Except", "Intersect"),
    ];

    public IEnumerable<Fault> At(SyntaxNode node, SemanticModel model)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
            yield break;
        var name = access.Name.Identifier.Text;
        foreach (var (one, other) in s_pairs)
        {
            if (name == one || name == other && one != "Except")
                yield return Fault.Of(access.Name.Identifier, name == one ? other : one) with { Around = call };
        }
        // What copies or changes the type alone makes no fault.
        if (!name.StartsWith("To", StringComparison.Ordinal) && model.GetSymbolInfo(access.Expression).Symbol is not ITypeSymbol
            && model.GetTypeInfo(access.Expression).Type is { } receiver && model.GetTypeInfo(call).Type is { } result
            && (model.Compilation.ClassifyCommonConversion(receiver, result) is { IsImplicit: true, IsUserDefined: false } || result.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, receiver))))
            yield return Fault.Of(call, access.Expression.ToString());
        if (access.Expression.ToString() == "Math" && name == "Abs")
            yield return Fault.Of(call, call.ArgumentList.ToString());
    }
}
