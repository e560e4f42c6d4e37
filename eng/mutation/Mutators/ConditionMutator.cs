using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overflight.Mutation.Mutators;

/// <summary>Negates what decides: calls, names and patterns that something is made to hang on. Comparisons have faults of their own.</summary>
internal sealed class ConditionMutator : IMutator
{
    public IEnumerable<Fault> At(SyntaxNode node, SemanticModel model)
    {
        if (node is ExpressionSyntax expression and (InvocationExpressionSyntax or IsPatternExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax)
            && Decides(expression) && model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_Boolean)
            yield return Fault.Of(expression, $"!({expression})");
    }

    private static bool Decides(ExpressionSyntax expression)
    {
        SyntaxNode inner = expression;
        while (inner.Parent is ParenthesizedExpressionSyntax)
            inner = inner.Parent;
        return inner.Parent switch
        {
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression || binary.Kind() == SyntaxKind.CoalesceExpression && binary.Left == inner,
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax => true,
            ConditionalExpressionSyntax conditional => conditional.Condition == inner,
            LambdaExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or WhenClauseSyntax or EqualsValueClauseSyntax => true,
            _ => false,
        };
    }
}
