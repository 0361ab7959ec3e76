"""The sentences of the seventeen questions: yes, no, and that nobody knows."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from directory.models.accessibility import Question

YES: dict[str, Any] = {
    Question.STEP_FREE: _("The entrance has no steps."),
    Question.DOOR_WIDTH: _("The narrowest door is at least 85 cm wide."),
    Question.LIFT: _("There is a lift."),
    Question.TOILET: _("There is an accessible toilet."),
    Question.PARKING: _("There is parking for disabled people within 50 m."),
    Question.COUNTER: _("The counter is no higher than 80 cm."),
    Question.HANDRAIL: _("The steps of the entrance have a handrail."),
    Question.SEATS: _("There are seats where people wait."),
    Question.STOP: _("A stop of public transport is nearby."),
    Question.WAIT_INSIDE: _("People wait inside."),
    Question.GUIDE_DOG: _("Guide dogs are welcome."),
    Question.TACTILE: _("A tactile path leads to the entrance."),
    Question.MEETS: _("The staff meet you at the door if you ask."),
    Question.READABLE: _("Documents come in large print or in a form that a machine reads aloud."),
    Question.SIGN: _("There is sign language, by appointment."),
    Question.LOOP: _("There is an induction loop for hearing aids."),
    Question.WRITTEN: _("You can get in touch without speaking on the phone."),
}
NO: dict[str, Any] = {
    Question.STEP_FREE: _("The entrance has steps."),
    Question.DOOR_WIDTH: _("The narrowest door is less than 85 cm wide."),
    Question.LIFT: _("There is no lift."),
    Question.TOILET: _("There is no accessible toilet."),
    Question.PARKING: _("There is no parking for disabled people within 50 m."),
    Question.COUNTER: _("The counter is higher than 80 cm."),
    Question.HANDRAIL: _("The steps of the entrance have no handrail."),
    Question.SEATS: _("There are no seats where people wait."),
    Question.STOP: _("No stop of public transport is nearby."),
    Question.WAIT_INSIDE: _("People wait outside."),
    Question.GUIDE_DOG: _("Guide dogs may not come in."),
    Question.TACTILE: _("No tactile path leads to the entrance."),
    Question.MEETS: _("The staff cannot meet you at the door."),
    Question.READABLE: _("Documents do not come in large print or in a form that a machine reads aloud."),
    Question.SIGN: _("There is no sign language."),
    Question.LOOP: _("There is no induction loop for hearing aids."),
    Question.WRITTEN: _("You can get in touch only by speaking."),
}
UNKNOWN: dict[str, Any] = {
    Question.STEP_FREE: _("We do not know whether the entrance has steps."),
    Question.DOOR_WIDTH: _("We do not know how wide the doors are."),
    Question.LIFT: _("We do not know whether there is a lift."),
    Question.TOILET: _("We do not know whether there is an accessible toilet."),
    Question.PARKING: _("We do not know whether there is parking for disabled people."),
    Question.COUNTER: _("We do not know how high the counter is."),
    Question.HANDRAIL: _("We do not know how many steps the entrance has, or whether there is a handrail."),
    Question.SEATS: _("We do not know whether there are seats where people wait."),
    Question.STOP: _("We do not know how far the nearest stop is."),
    Question.WAIT_INSIDE: _("We do not know whether people wait inside."),
    Question.GUIDE_DOG: _("We do not know whether guide dogs may come in."),
    Question.TACTILE: _("We do not know whether a tactile path leads to the entrance."),
    Question.MEETS: _("We do not know whether the staff can meet you at the door."),
    Question.READABLE: _("We do not know whether documents come in large print or in a form that a machine reads."),
    Question.SIGN: _("We do not know whether there is sign language."),
    Question.LOOP: _("We do not know whether there is an induction loop for hearing aids."),
    Question.WRITTEN: _("We do not know whether you can get in touch without speaking on the phone."),
}
