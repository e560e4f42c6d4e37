using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overflight.Mutation.Mutators;

/// <summary>Operators: the limit of a comparison, its opposite, arithmetic, and which side of a choice is taken.</summary>
internal sealed class OperatorMutator : IMutator
{
    private static readonly Dictionary<SyntaxKind, string[]> s_swaps = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.PercentToken] = ["*"],
        [SyntaxKind.PlusPlusToken] = ["--"],
        [SyntaxKind.MinusMinusToken] = ["++"],
        [SyntaxKind.PlusEqualsToken] = ["-="],
        [SyntaxKind.MinusEqualsToken] = ["+="],
        [SyntaxKind.AmpersandToken] = ["|"],
        [SyntaxKind.BarToken] = ["&"],
        [SyntaxKind.LessThanLessThanToken] = [">>"],
        [SyntaxKind.GreaterThanGreaterThanToken] = ["<<"],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.QuestionQuestionEqualsToken] = ["="],
        [SyntaxKind.AndKeyword] = ["or"],
        [SyntaxKind.OrKeyword] = ["and"],
    };

    public IEnumerable<Fault> At(SyntaxNode node, SemanticModel model)
    {
        SyntaxToken? operation = node switch
        {
            BinaryExpressionSyntax binary => binary.OperatorToken,
            AssignmentExpressionSyntax assignment => assignment.OperatorToken,
            PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken,
            PrefixUnaryExpressionSyntax prefix when prefix.OperatorToken.Kind() is SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken => prefix.OperatorToken,
            RelationalPatternSyntax relational => relational.OperatorToken,
            BinaryPatternSyntax pattern => pattern.OperatorToken,
            _ => null,
        };
        if (operation is { } token && s_swaps.TryGetValue(token.Kind(), out var others))
        {
            foreach (var other in others)
                yield return Fault.Of(token, other);
        }
        if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } choice)
        {
            yield return Fault.Of(choice, choice.Left.ToString());
            if (choice.Right is not ThrowExpressionSyntax)
                yield return Fault.Of(choice, choice.Right.ToString());
        }
        if (node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression } negated)
            yield return Fault.Of(negated, negated.Operand.ToString());
        if (node is UnaryPatternSyntax not)
            yield return Fault.Of(not, not.Pattern.ToString());
    }
}
