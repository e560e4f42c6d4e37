using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation.Mutators;

/// <summary>Leaves parts out: statements, elements of collections, members that are set, arms of switches.</summary>
internal sealed class PartMutator : IMutator
{
    public IEnumerable<Fault> At(SyntaxNode node, SemanticModel model) => node switch
    {
        // Left in where it is never reached: an iterator needs one.
        YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldReturnStatement } => [Fault.Of(node, $"{{ if (false) {node} }}")],
        YieldStatementSyntax or ContinueStatementSyntax or ThrowStatementSyntax or ReturnStatementSyntax { Expression: null } => [Fault.Of(node, "{ }")],
        BreakStatementSyntax when node.Parent is not SwitchSectionSyntax => [Fault.Of(node, "{ }")],
        ExpressionStatementSyntax statement when !IsGuard(statement) => [Fault.Of(node, "{ }")],
        CollectionExpressionSyntax collection => Without(collection, collection.Elements),
        InitializerExpressionSyntax initializer when initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression => Without(initializer, initializer.Expressions),
        SwitchExpressionSyntax choice => Without(choice, choice.Arms).SkipLast(1),
        _ => [],
    };

    /// <summary>Checks of arguments are no conduct that a test of the domain sees.</summary>
    private static bool IsGuard(ExpressionStatementSyntax statement) => statement.Expression is InvocationExpressionSyntax call && call.Expression.ToString().Contains(".ThrowIf", StringComparison.Ordinal);

    private static IEnumerable<Fault> Without<T>(SyntaxNode whole, SeparatedSyntaxList<T> parts) where T : SyntaxNode
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var (from, to) = i + 1 < parts.Count ? (parts[i].SpanStart, parts[i + 1].SpanStart) : (i > 0 ? parts[i - 1].Span.End : parts[i].SpanStart, parts[i].Span.End);
            yield return new(TextSpan.FromBounds(from, to), "", whole);
        }
    }
}
